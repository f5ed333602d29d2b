package org.safetyledger.jurisdiction.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.Texts;
import org.safetyledger.jurisdiction.ClauseEffect;
import org.safetyledger.jurisdiction.Provenance;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How the standards are read by which hazards are judged major, and their clauses, which a grade cites. */
@ApplicationScoped
public class JudgementReading implements ReadSource {
    private static final String OF_STANDARD =
            "exists (select from judgement_standard s where s.code = t.standard_code and %s)";
    private static final String SECTOR = "%s.sector = :sector";
    private static final String SECTOR_SAID = "Code of the key sector whose enterprises it judges.";
    private static final String CATEGORY = ":category = any(%s.categories)";
    private static final String CATEGORY_SAID = "Code of a hazard category that it judges in every trade.";
    private static final String MATTER =
            "exists (select from hazard_category c where c.matter = :matter and c.code = any(%s.categories))";
    private static final String MATTER_SAID = "Code of a matter, e.g. FIRE, of which it judges a category.";
    private static final String PROVENANCE_SAID = "How the content is known; null where nobody noted it.";

    @Override
    public List<ReadType> types() {
        return List.of(standard(), clause());
    }

    private static ReadType standard() {
        return ReadType.of(
                        "JudgementStandard",
                        "judgement_standard",
                        "A standard by which hazards are judged major (重大事故隐患判定标准), in one edition. Seen by every caller.")
                .text("code!", "Code; another one for each edition.")
                .text("title!", "Official title.")
                .text("titleEn", "Title in English, our translation; null where the loaded table has none.")
                .text("documentNumber", "Number of the document or of the national standard.")
                .text("issuingBody", "Who issued it.")
                .text(
                        "sector",
                        "Code of the key sector whose enterprises it judges; null where it judges by category alone.")
                .label("sector", "KeySector", "sector")
                .texts("categories!", "categories", "Codes of the hazard categories that it judges in every trade.")
                .labels(
                        "categoryLabels",
                        "HazardCategory",
                        "categories",
                        100,
                        "What its `categories` stand for, by code.")
                .day("validFrom!", "First day on which it is in force.")
                .day("validTo", "Last day on which it is in force; null while it is.")
                .choice("provenance", "evidence", Provenance.class, PROVENANCE_SAID)
                .text("note", "What is to be known about this entry.")
                .list(ReadList.of("judgementStandards", Permission.READ, "The judgement standards, by code.")
                        .ascending("CODE", "By code.", "code text")
                        .filter(
                                "judgement standards",
                                code("sector", SECTOR.formatted("t"), SECTOR_SAID),
                                code("category", CATEGORY.formatted("t"), CATEGORY_SAID),
                                code("matter", MATTER.formatted("t"), MATTER_SAID),
                                text("t.title", "t.title_en", "t.document_number", "Text in the title or the number."),
                                Filter.validOn("Only standards in force on this day.")));
    }

    private static ReadType clause() {
        return ReadType.of(
                        "JudgementClause",
                        "judgement_clause",
                        "A clause of a judgement standard, which a grade MAJOR cites by standard and number. Seen by every"
                                + " caller.")
                .text("number!", "clause", "Number in its standard: the `clause` of commands.")
                .text(
                        "text!",
                        "summary",
                        "What it says, in our words; the text that its standard's issuing body published alone is binding.")
                .choice("effect!", ClauseEffect.class, "What follows when its condition holds.")
                .choice("provenance", "evidence", Provenance.class, PROVENANCE_SAID)
                .reference(
                        "standard!",
                        "JudgementStandard",
                        "standard_code",
                        "code",
                        "Its source: the standard, with document number, issuing body and days of validity.")
                .list(ReadList.of(
                                "judgementClauses",
                                Permission.READ,
                                "The clauses of judgement standards, as their standards have them.")
                        .ascending(
                                "STANDARD",
                                "By the code of the standard and the place in it.",
                                "standard_code text",
                                "position integer",
                                "clause text")
                        .filter(
                                "clauses",
                                Filter.code("standard", "standard_code", "Code of the standard."),
                                Filter.choice("effect", ClauseEffect.class, "effect", "Effect."),
                                code("sector", OF_STANDARD.formatted(SECTOR.formatted("s")), SECTOR_SAID),
                                code("category", OF_STANDARD.formatted(CATEGORY.formatted("s")), CATEGORY_SAID),
                                code("matter", OF_STANDARD.formatted(MATTER.formatted("s")), MATTER_SAID),
                                text(
                                        "t.summary",
                                        "t.clause",
                                        "t.standard_code",
                                        "Text in the clause, its number or the standard's code."),
                                Filter.day(
                                        "validOn",
                                        "(select daterange(s.valid_from, s.valid_to, '[]') from judgement_standard s"
                                                + " where s.code = t.standard_code) @>",
                                        "Only clauses of standards in force on this day.")));
    }

    private static Filter code(String name, String condition, String said) {
        return Filter.of(
                name,
                "String",
                said,
                (conditions, value, path) -> conditions.add(condition, name, Texts.code((String) value, path)));
    }

    /** These tables have some hundreds of rows, which need no index of texts. */
    private static Filter text(String first, String second, String third, String said) {
        String condition = "(%s ilike :text or %s ilike :text or %s ilike :text)".formatted(first, second, third);
        return Filter.of("text", "String", said, (conditions, value, path) -> {
            String text = Texts.optionalSearch((String) value, path);
            if (text != null) {
                conditions.add(condition, "text", Texts.pattern(text));
            }
        });
    }
}
