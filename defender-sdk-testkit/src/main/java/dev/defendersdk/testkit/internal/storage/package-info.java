/** The storage host: files behind signed links. */
@NullMarked
package dev.defendersdk.testkit.internal.storage;

import org.jspecify.annotations.NullMarked;
