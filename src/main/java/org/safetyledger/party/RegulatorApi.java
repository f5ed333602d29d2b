package org.safetyledger.party;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.CodeTables;
import org.safetyledger.jurisdiction.DivisionRepository;

/** Which department regulates whom. */
@GraphQLApi
public class RegulatorApi implements BoundSource {
    private static final Pattern INDUSTRY = Pattern.compile("[A-T]([0-9]{2,4})?");
    private static final int KNOWN_DIGITS = 3;

    private final Regulators regulators;
    private final DivisionRepository divisions;
    private final CodeTables codes;
    private final Callers callers;
    private final Clock clock;

    RegulatorApi(Regulators regulators, DivisionRepository divisions, CodeTables codes, Callers callers, Clock clock) {
        this.regulators = regulators;
        this.divisions = divisions;
        this.codes = codes;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(
                FieldBound.root("regulatorsFor", 5),
                FieldBound.list("RegulatorsFound", "coordinating", 300),
                FieldBound.list("RegulatorsFound", "regulators", 300));
    }

    @Query("regulatorsFor")
    @Requires(Permission.READ)
    @Description(
            "Which departments regulate a trade or a kind of venue at a place, and supervise a matter there (三管三必须):"
                    + " at least one of the three is to be given. Null where the place is neither in the caller's area nor above it.")
    public @Nullable RegulatorsFound regulatorsFor(
            @NonNull @Description("Division code of the place; of a town for its county's departments.")
                    String jurisdiction,
            @Description("Code of GB/T 4754-2017: a section, a division or a class of two to four digits, of which the"
                            + " longest prefix that a department has is found.")
                    @Nullable
                    String industry,
            @Description("Code of a kind of venue.") @Nullable String venue,
            @Description("Code of a matter.") @Nullable String matter,
            @Description("Level whose departments are asked for, CITY or COUNTY; by default that of the place.")
                    @Nullable
                    DivisionLevel level,
            @Name("on") @Description("The day; today by default.") @Nullable LocalDate on) {
        AreaFilters.divisionCode(jurisdiction, "jurisdiction");
        LocalDate day = on == null ? Times.day(clock.instant()) : on;
        Regulators.Asked asked =
                new Regulators.Asked(code(industry, "industry"), code(venue, "venue"), code(matter, "matter"));
        requireCodes(asked, day);
        String place = place(divisions.requireValid(jurisdiction, day, "jurisdiction"), level);
        Caller caller = callers.current();
        if (!caller.covers(place) && !caller.division().startsWith(DivisionLevel.prefix(place))) {
            return null;
        }
        Regulators.Found found = regulators.of(place, asked, day);
        boolean undetermined = asked.ofTrade()
                ? found.regulating().isEmpty()
                : found.supervising().isEmpty();
        return new RegulatorsFound(
                place,
                DivisionLevel.of(place),
                found.all(),
                undetermined,
                undetermined ? ResponsibilityParty.TERRITORIAL : null,
                undetermined ? found.general() : List.of());
    }

    private static @Nullable String code(@Nullable String given, String field) {
        return given == null ? null : Texts.code(given, field);
    }

    private static String place(String division, @Nullable DivisionLevel level) {
        DivisionLevel own = DivisionLevel.of(division);
        DivisionLevel asked = level != null ? level : own == DivisionLevel.TOWN ? DivisionLevel.COUNTY : own;
        String place = asked.above(division);
        if (!asked.governs() || DivisionLevel.of(place) != asked) {
            throw Refusal.at(level == null ? "jurisdiction" : "level", ErrorCode.NOT_A_COUNTY_OR_CITY);
        }
        return place;
    }

    private void requireCodes(Regulators.Asked asked, LocalDate day) {
        String industry = asked.industry();
        if (!asked.ofTrade() && asked.matter() == null) {
            throw Refusal.at("industry", ErrorCode.TEXT_REQUIRED);
        }
        if (industry != null
                && !(INDUSTRY.matcher(industry).matches()
                        && codes.isIndustry(industry.substring(0, Math.min(industry.length(), KNOWN_DIGITS)), day))) {
            throw Refusal.at("industry", ErrorCode.UNKNOWN_CODE, industry);
        }
        if (asked.venue() != null && !codes.isVenueType(asked.venue(), day)) {
            throw Refusal.at("venue", ErrorCode.UNKNOWN_CODE, asked.venue());
        }
        if (asked.matter() != null && !codes.isMatter(asked.matter(), day)) {
            throw Refusal.at("matter", ErrorCode.UNKNOWN_CODE, asked.matter());
        }
    }
}
