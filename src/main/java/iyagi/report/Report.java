package iyagi.report;

import iyagi.time.ClockQuality;
import java.time.Duration;
import java.time.Instant;

/**
 * A fact on its way to the server.
 *
 * @param sequence place in the outbox, from 1, without gaps within an epoch
 * @param id random; by it the server knows a report that it has already
 * @param type of the fact
 * @param boot run of the machine in which it happened
 * @param sinceBoot monotonic time at which it happened, {@link Rounding rounded}
 * @param wall what the wall clock said, rounded
 * @param quality whether that can be believed
 * @param data the fact as JSON
 */
public record Report(
    long sequence,
    String id,
    String type,
    String boot,
    Duration sinceBoot,
    Instant wall,
    ClockQuality quality,
    String data) {}
