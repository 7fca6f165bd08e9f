/**
 * A threat-intelligence product's indicators in Defender, as a program of its own: copy the folder.
 */
@NullMarked
package dev.defendersdk.examples.indicators;

import org.jspecify.annotations.NullMarked;
