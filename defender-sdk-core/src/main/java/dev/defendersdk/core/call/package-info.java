/**
 * Operations as data, and calls of them. Preview: this package lets a partner call an operation
 * that the SDK does not model yet with the same care; names may still change.
 */
@NullMarked
package dev.defendersdk.core.call;

import org.jspecify.annotations.NullMarked;
