package org.safetyledger.hazard.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.Clause;
import org.safetyledger.hazard.FiveImplementations;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardCorrection;
import org.safetyledger.hazard.HazardPeople;
import org.safetyledger.hazard.HazardReport;
import org.safetyledger.hazard.HazardReports;
import org.safetyledger.hazard.HazardVerb;
import org.safetyledger.hazard.Hazards;
import org.safetyledger.hazard.MajorGround;
import org.safetyledger.hazard.Opinion;
import org.safetyledger.hazard.OpinionBasis;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.jurisdiction.Datum;
import org.safetyledger.jurisdiction.GeoPosition;

/** What may be done with hazards. */
@ApplicationScoped
class HazardCommands implements CommandSource {
    private static final InputType REASON =
            named("HazardReasonInput", "Names a hazard and a reason.").prose("reason!", "Why, up to {} characters.");

    private static final InputType CLAUSE = InputType.ofPart("ClauseInput", "A clause of a judgement standard.")
            .code("standard!", "Code of the standard.")
            .code("clause!", "Clause.");

    private static final InputType OPINION = InputType.ofPart(
                    "OpinionInput",
                    "A written opinion that a hazard is major, for one that no clause decides (法释〔2022〕19号第四条).")
            .choice("basis!", OpinionBasis.class, "Whose opinion it is.")
            .name("issuingBody!", "Body that issued it, up to {} characters.")
            .name("documentNumber!", "Number of its document, up to {} characters.");

    private static final int LEAST_ACCURATE = 100_000;

    private static final InputType POSITION = InputType.ofPart(
                    "GeoPositionInput", "A coordinate with its datum, kept as it is given.")
            .decimal("longitude!", -180, 180, "Longitude in degrees, from -180 to 180, east positive.")
            .decimal("latitude!", -90, 90, "Latitude in degrees, from -90 to 90, north positive.")
            .choice("datum!", Datum.class, "Geodetic datum.")
            .count(
                    "accuracyMetres",
                    LEAST_ACCURATE,
                    "Radius in metres within which it is right, as the device tells, 1 to {}.");

    private static final InputType FIVE_IMPLEMENTATIONS = InputType.ofPart(
                    "FiveImplementationsInput", "The five implementations (五落实).")
            .prose("responsibility!", "Who is responsible, up to {} characters.")
            .prose("measures!", "Which measures, up to {} characters.")
            .prose("funds!", "Which funds, up to {} characters.")
            .prose("deadline!", "By when, up to {} characters.")
            .prose("emergencyPlan!", "Which emergency plan, up to {} characters.");

    private final HazardReports reports;
    private final Hazards hazards;
    private final HazardPeople people;

    HazardCommands(HazardReports reports, Hazards hazards, HazardPeople people) {
        this.reports = reports;
        this.hazards = hazards;
        this.people = people;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                report(),
                confirm(),
                correct(),
                assignPerson(),
                verb(
                        HazardVerb.REJECT,
                        "Rejects a reported hazard with a reason, which the reporter sees and may contest once. What was marked"
                                + " as its duplicate waits for confirmation again.",
                        "Which, and why.",
                        REASON,
                        form -> hazards.reject(form.target(), form.text("reason"))),
                verb(
                        HazardVerb.CONTEST,
                        "The reporter contests that the hazard was rejected or marked as a duplicate, once: it waits for"
                                + " confirmation again.",
                        "Which, and why.",
                        REASON,
                        form -> hazards.contest(form.target(), form.text("reason"))),
                markDuplicate(),
                escalateGrade(),
                lowerGrade(),
                planRectification(),
                fixOnSite(),
                close(),
                verb(
                        HazardVerb.REOPEN,
                        "Reopens a closed hazard after a look-back or a tip, on a new total clock.",
                        "Which, and why.",
                        REASON,
                        form -> hazards.reopen(form.target(), form.text("reason"))));
    }

    private CommandType report() {
        InputType input = InputType.of("ReportHazardInput", "Reports a hazard.")
                .newId(NodeType.HAZARD, "Id made by the client when it reports offline; absent to have one made.")
                .node("enterpriseId!", NodeType.ENTERPRISE, "Enterprise where it is.")
                .node("inspectionId", NodeType.INSPECTION, "Inspection that found it.")
                .node("findingId", NodeType.FINDING, "Negative finding of that inspection.")
                .name("title!", "Title, up to {} characters.")
                .prose("description", "Description, up to {} characters.")
                .name("place", "Where in the enterprise, up to {} characters.")
                .part("position", POSITION, "Coordinate of that place.")
                .code("category!", "Code of a hazard category.")
                .time(
                        "discoveredAt",
                        "When it was discovered, by the client's clock, which may be five minutes ahead; now by default.");
        return new CommandType(
                "reportHazard",
                "Hazard",
                Permission.REPORT_HAZARD,
                "Reports a hazard. It names the four responsible parties of this day and starts the total clock. What an"
                        + " inspection found is reported by those who conduct it.",
                "The report.",
                input,
                form -> reports.report(new HazardReport(
                        form.newId(),
                        form.id("enterpriseId"),
                        form.idOrNull("inspectionId"),
                        form.idOrNull("findingId"),
                        form.text("title"),
                        form.textOrNull("description"),
                        form.textOrNull("place"),
                        position(form),
                        form.text("category"),
                        form.timeOrNull("discoveredAt"))));
    }

    private CommandType confirm() {
        InputType input = named("ConfirmHazardInput", "Confirms and grades a hazard.")
                .choice("grade!", HazardGrade.class, "Grade.")
                .part(
                        "clause",
                        CLAUSE,
                        "For MAJOR: the clause that makes it one, of a standard that was valid on the discovery date and"
                                + " judges the enterprise's sector or the hazard's category.")
                .part(
                        "opinion",
                        OPINION,
                        "For MAJOR where no clause decides: the opinion that makes it one, instead of a clause.");
        return verb(
                HazardVerb.CONFIRM,
                "Confirms a reported hazard and grades it; MAJOR names its ground: a clause or an opinion. The total clock never"
                        + " gets longer by it.",
                "Which, and its grade.",
                input,
                form -> hazards.confirm(form.target(), form.choice("grade", HazardGrade.class), ground(form)));
    }

    private CommandType correct() {
        InputType input = named("CorrectHazardInput", "Puts the report of a hazard right.")
                .name("title", "Title, up to {} characters; absent to keep it.")
                .prose("description", "Description, up to {} characters; absent to keep it, null to take it back.")
                .name("place", "Where in the enterprise, up to {} characters; absent to keep it, null to take it back.")
                .part("position", POSITION, "Coordinate of that place; absent to keep it, null to take it back.")
                .takenBackByNull("description", "place", "position")
                .prose("reason!", "Why, up to {} characters.");
        return verb(
                HazardVerb.CORRECT,
                "Puts the report of a hazard right before it is confirmed: by its reporter, or by whoever may confirm it. What it"
                        + " said before stays in the history; no clock starts again.",
                "Which, what it is to say, and why.",
                input,
                form -> hazards.correct(
                        form.target(),
                        new HazardCorrection(
                                form.textOrNull("title"),
                                form.textOrNull("description"),
                                form.textOrNull("place"),
                                position(form),
                                form.takenBack()),
                        form.text("reason")));
    }

    private CommandType assignPerson() {
        InputType input = named("AssignHazardPersonInput", "Gives a hazard to a person.")
                .node(
                        "personId!",
                        NodeType.PERSON,
                        "Somebody of the caller's department, or of the government for which the caller acts.");
        return verb(
                HazardVerb.ASSIGN_PERSON,
                "Gives an open hazard to one of the people of the authority that handles it, who sees to it from now on. The history"
                        + " tells who did before.",
                "Which, and who.",
                input,
                form -> people.assign(form.target(), form.id("personId")));
    }

    private static @Nullable GeoPosition position(Form form) {
        Form position = form.part("position");
        return position == null
                ? null
                : new GeoPosition(
                        position.decimal("longitude"),
                        position.decimal("latitude"),
                        position.choice("datum", Datum.class),
                        position.countOrNull("accuracyMetres"));
    }

    private CommandType markDuplicate() {
        InputType input = named("MarkDuplicateHazardInput", "Marks a hazard as a duplicate.")
                .node("duplicateOfId!", NodeType.HAZARD, "The original hazard of the same enterprise.")
                .prose("reason!", "Why it is the same, up to {} characters.");
        return verb(
                HazardVerb.MARK_DUPLICATE,
                "Marks a reported hazard as a duplicate of another one of the same enterprise, which is neither a duplicate nor"
                        + " rejected. The reporter sees the reason and may contest it once.",
                "Which, and of which.",
                input,
                form -> hazards.markDuplicate(form.target(), form.id("duplicateOfId"), form.text("reason")));
    }

    private CommandType escalateGrade() {
        InputType input = named("EscalateHazardGradeInput", "Raises the grade to MAJOR.")
                .part(
                        "clause",
                        CLAUSE,
                        "The clause that makes it major, of a standard that was valid on the discovery date and judges the"
                                + " enterprise's sector or the hazard's category.")
                .part(
                        "opinion",
                        OPINION,
                        "Where no clause decides: the opinion that makes it major, instead of a clause.")
                .prose("reason!", "Why, up to {} characters.");
        return verb(
                HazardVerb.ESCALATE_GRADE,
                "Raises a general hazard to MAJOR on a ground: a clause or an opinion. The total clock keeps its start, and never"
                        + " gets longer by it.",
                "Which, and why.",
                input,
                form -> hazards.escalateGrade(form.target(), ground(form), form.text("reason")));
    }

    private CommandType lowerGrade() {
        InputType input = named("LowerHazardGradeInput", "Lowers the grade to GENERAL.")
                .prose("reason!", "Why, up to {} characters.")
                .name("document!", "Number of the document by which it was decided, up to {} characters.");
        return verb(
                HazardVerb.LOWER_GRADE,
                "Lowers a major hazard to GENERAL; by the city, what the city itself graded by its leader, and never by whoever"
                        + " graded it.",
                "Which, and by what decision.",
                input,
                form -> hazards.lowerGrade(form.target(), form.text("reason"), form.text("document")));
    }

    private CommandType planRectification() {
        InputType input = named(
                        "PlanHazardRectificationInput",
                        "Records what a major hazard needs before its rectification starts.")
                .part(
                        "fiveImplementations",
                        FIVE_IMPLEMENTATIONS,
                        "The five implementations; absent to keep what is recorded.")
                .prose(
                        "interimMeasures",
                        "Interim measures until it is rectified, up to {} characters; absent to keep them.");
        return verb(
                HazardVerb.PLAN_RECTIFICATION,
                "Records the five implementations (五落实) and the interim measures of a hazard.",
                "Which, and what is planned.",
                input,
                form -> hazards.planRectification(
                        form.target(), five(form.part("fiveImplementations")), form.textOrNull("interimMeasures")));
    }

    private CommandType fixOnSite() {
        InputType input = named("FixHazardOnSiteInput", "Records that a general hazard was fixed at once.")
                .prose("measures!", "What was done, up to {} characters.");
        return verb(
                HazardVerb.FIX_ON_SITE,
                "Records that a confirmed general hazard was fixed at once before an officer; needs a photo BEFORE and an"
                        + " authority's photo AFTER. Somebody else than the finder, the reporter and the caller closes it.",
                "Which, and how.",
                input,
                form -> hazards.fixOnSite(form.target(), form.text("measures")));
    }

    private CommandType close() {
        InputType input =
                named("CloseHazardInput", "Closes a hazard.").prose("comment", "Comment, up to {} characters.");
        return verb(
                HazardVerb.CLOSE,
                "Closes (销号) a hazard whose review passed or that was fixed on site; not by whoever found or reported it."
                        + " An enterprise closes by itself a general hazard that it or its workers found, before a task was assigned, with"
                        + " its own photos BEFORE and AFTER; officers sample these (`selfClosed`) and may reopen them.",
                "Which.",
                input,
                form -> hazards.close(form.target(), form.textOrNull("comment")));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.HAZARD, "Hazard.");
    }

    private static CommandType verb(
            HazardVerb verb, String said, String inputSaid, InputType input, Function<Form, Hazard> work) {
        return CommandType.of(verb, "Hazard", said, inputSaid, input, work);
    }

    private static MajorGround ground(Form form) {
        Form clause = form.part("clause");
        Form opinion = form.part("opinion");
        return new MajorGround(
                clause == null ? null : new Clause(clause.text("standard"), clause.text("clause")),
                opinion == null
                        ? null
                        : new Opinion(
                                opinion.choice("basis", OpinionBasis.class),
                                opinion.text("issuingBody"),
                                opinion.text("documentNumber")));
    }

    private static @Nullable FiveImplementations five(@Nullable Form plan) {
        return plan == null
                ? null
                : new FiveImplementations(
                        plan.text("responsibility"),
                        plan.text("measures"),
                        plan.text("funds"),
                        plan.text("deadline"),
                        plan.text("emergencyPlan"));
    }
}
