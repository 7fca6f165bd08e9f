/** A SOAR playbook as a program of its own: the folder that holds it is there to be copied. */
@NullMarked
package dev.defendersdk.examples.soar;

import org.jspecify.annotations.NullMarked;
