/** What the public methods do with wrong arguments, for every one of them. */
package dev.defendersdk.machineactions.arguments;
