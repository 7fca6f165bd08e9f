/** Applications, consent and tokens. */
@NullMarked
package dev.defendersdk.testkit.internal.signin;

import org.jspecify.annotations.NullMarked;
