package org.safetyledger.jurisdiction.graphql;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadline;

/** Tells in the language of the request why a deadline is when it is. */
final class DeadlineExplanation {
    private static final Set<String> WEEKDAYS =
            Stream.of(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.toUnmodifiableSet());

    private DeadlineExplanation() {}

    static String of(Deadline deadline) {
        return Messages.sentence(
                "deadline.explanation",
                deadline.isManual() ? byPerson(deadline) : byRule(deadline),
                skipped(deadline),
                unpublished(deadline));
    }

    private static String byRule(Deadline deadline) {
        return Messages.sentence(
                "deadline.byRule",
                time(deadline.dueAt()),
                amount(deadline),
                time(deadline.startedAt()),
                deadline.rule(),
                source(deadline));
    }

    private static String byPerson(Deadline deadline) {
        String decision = Messages.sentence(
                "deadline." + (deadline.decision() == null ? "PERSON" : deadline.decision()), time(deadline.dueAt()));
        return deadline.limitRule() == null
                ? decision
                : Messages.sentence(
                        "deadline.withinRule",
                        decision,
                        deadline.limitRule(),
                        amount(deadline),
                        time(deadline.startedAt()),
                        source(deadline));
    }

    private static String amount(Deadline deadline) {
        return Messages.sentence("deadline." + deadline.unit(), deadline.amount());
    }

    private static String source(Deadline deadline) {
        return Objects.requireNonNullElseGet(deadline.source(), () -> Messages.sentence("deadline.noSource"));
    }

    private static String skipped(Deadline deadline) {
        if (deadline.skippedDays().isEmpty()) {
            return "";
        }
        String named = new TreeMap<>(deadline.skippedDays())
                .entrySet().stream()
                        .limit(DeadlineView.MOST_SKIPPED)
                        .map(day -> day.getKey() + " " + reason(day.getValue()))
                        .collect(Collectors.joining(", "));
        int left = deadline.skippedDays().size() - DeadlineView.MOST_SKIPPED;
        return left > 0
                ? Messages.sentence("deadline.skippedMore", named, left)
                : Messages.sentence("deadline.skipped", named);
    }

    /** Names of holidays are those of the State Council's notice. */
    private static String reason(String stored) {
        return WEEKDAYS.contains(stored) ? Messages.sentence("deadline." + stored) : stored;
    }

    private static String unpublished(Deadline deadline) {
        return deadline.unpublishedYears().isEmpty()
                ? ""
                : Messages.sentence(
                        "deadline.unpublished",
                        deadline.unpublishedYears().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")));
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Times.local(instant));
    }
}
