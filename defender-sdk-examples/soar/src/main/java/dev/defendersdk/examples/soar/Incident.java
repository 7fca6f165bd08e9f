package dev.defendersdk.examples.soar;

import dev.defendersdk.machineactions.response.WishOptions;
import java.nio.file.Path;

/**
 * What a playbook is played for.
 *
 * @param user the compromised user: the bare account name, such as {@code j.doe}
 * @param tag what the machines are tagged with, and what the comment of each action says
 * @param wishes how long to wait for machines that are offline, and what else is to be done about
 *     what is in the way
 * @param evidence the folder for what is collected
 */
record Incident(String user, String tag, WishOptions wishes, Path evidence) {}
