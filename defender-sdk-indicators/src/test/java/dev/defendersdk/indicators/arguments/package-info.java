/** Wrong arguments of every public method of this module. */
package dev.defendersdk.indicators.arguments;
