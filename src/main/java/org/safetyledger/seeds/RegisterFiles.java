package org.safetyledger.seeds;

import static org.safetyledger.seeds.CellFormat.CODE;
import static org.safetyledger.seeds.CellFormat.CREDIT_CODE;
import static org.safetyledger.seeds.CellFormat.DATE;
import static org.safetyledger.seeds.CellFormat.DIVISION_CODE;
import static org.safetyledger.seeds.CellFormat.INDUSTRY_CODE;
import static org.safetyledger.seeds.CellFormat.KIND;
import static org.safetyledger.seeds.CellFormat.NAME;
import static org.safetyledger.seeds.CellFormat.TEXT;
import static org.safetyledger.seeds.CellFormat.degrees;
import static org.safetyledger.seeds.CellFormat.oneOf;
import static org.safetyledger.seeds.CellFormat.wholeNumber;
import static org.safetyledger.seeds.Column.later;
import static org.safetyledger.seeds.Column.optional;
import static org.safetyledger.seeds.Column.required;

/** The files of enterprises, posts, people and who answers for what: demonstration data, or an import of the real registers. */
final class RegisterFiles {

    private RegisterFiles() {}

    static SeedFile enterprises() {
        return SeedFile.named("enterprises.csv", "enterprise")
                .columns(
                        required("credit_code", CREDIT_CODE),
                        required("name", NAME),
                        required("division", DIVISION_CODE).into("division_code"),
                        required("industry", INDUSTRY_CODE).into("industry_code"),
                        optional("sector", CODE),
                        required("address", TEXT),
                        required("employees", wholeNumber(0)),
                        optional("longitude", degrees(180)),
                        optional("latitude", degrees(90)),
                        required("status", oneOf("ACTIVE", "SUSPENDED", "CLOSED")),
                        later("venue_type", KIND),
                        later("supervision_class", oneOf("A", "B", "C", "D")))
                .key("credit_code")
                .id(row -> SeedIds.enterprise(row.requiredText("credit_code")))
                .versioned()
                .refersTo(Reference.DIVISION, "division")
                .refersTo(Reference.INDUSTRY, "industry")
                .refersTo(Reference.KEY_SECTOR, "sector")
                .refersTo(Reference.VENUE_TYPE, "venue_type")
                .rule(RowRule.bothOrNeither("longitude", "latitude"))
                .declared();
    }

    static SeedFile posts() {
        return SeedFile.named("posts.csv", "post")
                .columns(
                        required("code", CODE),
                        required("title", NAME),
                        required("kind", KIND),
                        required("division", DIVISION_CODE).into("division_code"),
                        optional("department", CODE).into("department_code"),
                        optional("enterprise", CREDIT_CODE).unwritten(),
                        optional("business_duties", TEXT),
                        optional("safety_duties", TEXT))
                .key("code")
                .id(row -> SeedIds.post(row.requiredText("code")))
                .target("enterprise_id", "(select id from enterprise where credit_code = ?)", "enterprise")
                .refersTo(Reference.DIVISION, "division")
                .refersTo(Reference.DEPARTMENT, "department")
                .refersTo(Reference.ENTERPRISE, "enterprise")
                .declared();
    }

    static SeedFile people() {
        return SeedFile.named("people.csv", "person")
                .columns(
                        required("code", CODE),
                        required("name", NAME),
                        optional("phone", NAME),
                        required("post", CODE).unwritten(),
                        optional("subject", NAME),
                        optional("certificate_number", NAME),
                        later("certificate_from", DATE),
                        later("certificate_to", DATE))
                .key("code")
                .unique("subject")
                .id(row -> SeedIds.person(row.requiredText("code")))
                .target("post_id", "(select id from post where code = ?)", "post")
                .target("division_code", "(select division_code from post where code = ?)", "post")
                .target("enterprise_id", "(select enterprise_id from post where code = ?)", "post")
                .takesFrom("posts.csv")
                .refersTo(Reference.POST, "post")
                .declared();
    }

    /** The holder's name, title and post stay as they were when the assignment was made: the register must not rewrite the past. */
    static SeedFile responsibility() {
        return SeedFile.named("responsibility.csv", "responsibility_assignment")
                .columns(
                        required("party", oneOf("LEADERSHIP", "TERRITORIAL", "INDUSTRY_REGULATOR", "ENTERPRISE_MAIN")),
                        required("division", DIVISION_CODE).into("division_code"),
                        optional("industry", INDUSTRY_CODE).into("industry_code"),
                        optional("enterprise", CREDIT_CODE).unwritten(),
                        required("person", CODE).unwritten(),
                        required("valid_from", DATE),
                        optional("valid_to", DATE))
                .key("party", "division", "industry", "enterprise", "person", "valid_from")
                .conflict("id")
                .id(row -> SeedIds.responsibilityAssignment(
                        row.requiredText("party"),
                        row.requiredText("division"),
                        row.text("industry"),
                        row.text("enterprise"),
                        row.requiredText("person"),
                        row.requiredDate("valid_from")))
                .target("enterprise_id", "(select id from enterprise where credit_code = ?)", "enterprise")
                .target("person_id", "(select id from person where code = ?)", "person")
                .kept("holder_name", "(select name from person where code = ?)", "person")
                .kept(
                        "holder_title",
                        "(select t.title from post t join person p on p.post_id = t.id where p.code = ?)",
                        "person")
                .kept(
                        "holder_post",
                        "(select t.kind from post t join person p on p.post_id = t.id where p.code = ?)",
                        "person")
                .kept(
                        "department_code",
                        "(select t.department_code from post t join person p on p.post_id = t.id where p.code = ?)",
                        "person")
                .versioned()
                .refersTo(Reference.DIVISION, "division")
                .refersTo(Reference.INDUSTRY, "industry")
                .refersTo(Reference.ENTERPRISE, "enterprise")
                .refersTo(Reference.PERSON, "person")
                .declared();
    }
}
