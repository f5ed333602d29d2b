package org.safetyledger.seeds;

/** What a cell can refer to by its natural key. */
enum Reference {
    DIVISION("division", "select code from division"),
    INDUSTRY("industry", "select code from industry"),
    MATTER("matter", "select code from matter"),
    VENUE_TYPE("venue type", "select code from venue_type"),
    DEPARTMENT("department", "select code from department"),
    KEY_SECTOR("key sector", "select code from key_sector"),
    HAZARD_CATEGORY("hazard category", "select code from hazard_category"),
    JUDGEMENT_STANDARD("judgement standard", "select code from judgement_standard"),
    CHECKLIST("checklist with this version", "select code || ':' || version from checklist"),
    ENTERPRISE("enterprise", "select credit_code from enterprise"),
    POST("post", "select code from post"),
    PERSON("person", "select code from person");

    private final String noun;
    private final String query;

    Reference(String noun, String query) {
        this.noun = noun;
        this.query = query;
    }

    String noun() {
        return noun;
    }

    /** Selects every key in the database. */
    String query() {
        return query;
    }
}
