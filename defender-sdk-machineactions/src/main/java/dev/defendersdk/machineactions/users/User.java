package dev.defendersdk.machineactions.users;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user who logs on to machines. Page: user.md, which lists no properties: these are from samples
 * and from the service metadata. Times are UTC, with up to 7 digits of a second.
 *
 * @param id {@code domain\name}; calls take the {@code accountName} alone
 * @param accountName the bare account name
 * @param accountDomain the domain of the account
 * @param accountSid the security identifier; lists of a machine's users leave it out
 * @param firstSeen when the user was first seen
 * @param lastSeen when the user was last seen
 * @param mostPrevalentMachineId the machine that the user is seen on most; lists of a machine's
 *     users leave it out
 * @param leastPrevalentMachineId the machine that the user is seen on least; likewise
 * @param logonTypes such as {@code Interactive} or {@code Network}. How several are joined no page
 *     says, so it is one text
 * @param logOnMachinesCount how many machines the user logged on to; lists of a machine's users
 *     leave it out
 * @param isDomainAdmin whether the user administers the domain
 * @param isOnlyNetworkUser whether the user is seen over the network alone
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record User(
    @Nullable String id,
    @Nullable String accountName,
    @Nullable String accountDomain,
    @Nullable String accountSid,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    @Nullable String mostPrevalentMachineId,
    @Nullable String leastPrevalentMachineId,
    @Nullable String logonTypes,
    @Nullable Long logOnMachinesCount,
    @Nullable Boolean isDomainAdmin,
    @Nullable Boolean isOnlyNetworkUser,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the id alone. */
  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}
