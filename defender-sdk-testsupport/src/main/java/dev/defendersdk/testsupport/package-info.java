/** What the tests of several modules share: no part of what is published. */
package dev.defendersdk.testsupport;
