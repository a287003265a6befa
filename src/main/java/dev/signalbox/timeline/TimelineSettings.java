package dev.signalbox.timeline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the live stream.
 *
 * @param maxStreams open streams on one node; further ones are refused
 * @param queue events that may wait for one slow reader before its stream is ended
 * @param poll how long an event may stay unseen if a notice between nodes got lost
 * @param heartbeat silence after which a comment is sent, so that dead connections show
 * @param recheck how often the right to see the project is asked again
 */
@Validated
@ConfigurationProperties("signalbox.timeline")
public record TimelineSettings(
    @DefaultValue("500") @Min(1) @Max(20_000) int maxStreams,
    @DefaultValue("256") @Min(8) @Max(10_000) int queue,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("10s") Duration recheck) {}
