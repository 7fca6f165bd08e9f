/**
 * What the service's own schema, samples and operations say, against what the SDK has: by lists of
 * the project's own always, and by the shared API reference where it lies beside the project.
 */
package dev.defendersdk.machineactions.facts;
