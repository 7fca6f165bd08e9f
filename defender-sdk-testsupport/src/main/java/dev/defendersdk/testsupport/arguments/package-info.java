/** Calls every public method of a module with each wrong argument. */
package dev.defendersdk.testsupport.arguments;
