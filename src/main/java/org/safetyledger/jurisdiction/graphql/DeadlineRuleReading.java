package org.safetyledger.jurisdiction.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.jurisdiction.CalendarDayKind;
import org.safetyledger.jurisdiction.DeadlineUnit;
import org.safetyledger.jurisdiction.LimitUnit;
import org.safetyledger.jurisdiction.Provenance;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How the rules of deadlines and other limits are read, and the calendar by which those in working days count. */
@ApplicationScoped
public class DeadlineRuleReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(rule(), limit(), day());
    }

    private static ReadType rule() {
        return sourced(ReadType.of(
                                "DeadlineRule",
                                "deadline_rule",
                                "A time limit (期限规则), which makes the deadlines that start while it is valid. Seen by every caller.")
                        .text("code!", "Code, as a deadline names its `rule`.")
                        .text("subject!", "What it limits, e.g. RECTIFICATION_TOTAL.")
                        .text(
                                "grade",
                                "The grade, or another case such as LISTED, that it is limited to, which goes before a rule for any;"
                                        + " null for any.")
                        .integer("amount!", "How many units; 0 is at once.")
                        .choice("unit!", DeadlineUnit.class, "Unit in which it counts."))
                .list(ReadList.of("deadlineRules", Permission.READ, "The rules of deadlines, by code.")
                        .ascending("CODE", "By code.", "code text")
                        .arguments(
                                Filter.code("subject", "subject", "Only rules for this subject."),
                                Filter.validOn("Only rules valid on this day.")));
    }

    private static ReadType limit() {
        return sourced(ReadType.of(
                                "LimitRule",
                                "limit_rule",
                                "A number that is no time limit (限额规则), such as how many visits an enterprise gets in a year; it holds"
                                        + " for what begins while it is valid. Seen by every caller.")
                        .text("code!", "Code, as what was decided by it names it.")
                        .text("subject!", "What it limits, e.g. VISITS_PER_YEAR.")
                        .text(
                                "appliesTo",
                                "The case that it is limited to, such as a class of enterprises, which goes before a rule for any;"
                                        + " null for any.")
                        .integer("amount!", "The number.")
                        .choice("unit!", LimitUnit.class, "What the number counts."))
                .list(ReadList.of("limitRules", Permission.READ, "The limits that are no time limits, by code.")
                        .ascending("CODE", "By code.", "code text")
                        .arguments(
                                Filter.code("subject", "subject", "Only limits of this subject."),
                                Filter.validOn("Only limits valid on this day.")));
    }

    private static ReadType sourced(ReadType rule) {
        return rule.text("source!", "Where it comes from.")
                .choice(
                        "provenance",
                        "evidence",
                        Provenance.class,
                        "How the content is known; null where nobody noted it.")
                .text("note", "What is to be known about this entry.")
                .day("validFrom!", "First day of its validity.")
                .day("validTo", "Last day of its validity; null while it is valid.");
    }

    private static ReadType day() {
        return ReadType.of(
                        "CalendarDay",
                        "calendar_day",
                        "A day that the State Council's yearly notice names (节假日安排). On other days offices work from Monday to"
                                + " Friday; a year without any such day has no notice loaded. Seen by every caller.")
                .day("day!", "The day.")
                .choice("kind!", CalendarDayKind.class, "Whether offices work on it.")
                .text("name!", "Name in Chinese: of the holiday, or that work is made up for one.")
                .text("nameEn", "Name in English; null where the loaded calendar has none.")
                .text("source", "The notice.")
                .list(ReadList.of(
                                "workingCalendar",
                                Permission.READ,
                                "The days that deviate from Monday to Friday, or are a statutory holiday, by day; a year has"
                                        + " some forty.")
                        .pages("A page of the working calendar.", "A day in a page of the working calendar.")
                        .ascending("DAY", "By day.", "day date")
                        .arguments(
                                Filter.day("from", "t.day >=", "This day or later."),
                                Filter.day("to", "t.day <=", "This day or earlier.")));
    }
}
