/**
 * Holds a module against the service's own facts: its schema, its operations and its samples. What
 * a module says of itself are lists beside its tests, written from the service's pages; where the
 * reference is at hand, the lists are held against it.
 */
package dev.defendersdk.testsupport.facts;
