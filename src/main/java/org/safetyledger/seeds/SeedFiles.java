package org.safetyledger.seeds;

import java.util.List;

/** The files of a seeds directory. A row refers to rows of files before its own, or to rows above it. */
final class SeedFiles {

    private SeedFiles() {}

    static final List<SeedFile> IN_ORDER = List.of(
            CodeTables.divisions(),
            CodeTables.industries(),
            CodeTables.matters(),
            CodeTables.venueTypes(),
            CodeTables.departments(),
            CodeTables.keySectors(),
            CodeTables.hazardCategories(),
            CodeTables.categoryMappings(),
            CodeTables.judgementStandards(),
            CodeTables.judgementClauses(),
            CodeTables.workingCalendar(),
            CodeTables.deadlineRules(),
            CodeTables.limitRules(),
            CodeTables.escalationRules(),
            CodeTables.dutyRules(),
            CodeTables.paperForms(),
            CodeTables.checklists(),
            CodeTables.checklistItems(),
            RegisterFiles.enterprises(),
            RegisterFiles.posts(),
            RegisterFiles.people(),
            RegisterFiles.responsibility());
}
