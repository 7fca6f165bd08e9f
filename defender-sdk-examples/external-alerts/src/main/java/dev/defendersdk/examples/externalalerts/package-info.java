/** Alerts of a partner's product in Defender, as a program of its own: copy the folder. */
@NullMarked
package dev.defendersdk.examples.externalalerts;

import org.jspecify.annotations.NullMarked;
