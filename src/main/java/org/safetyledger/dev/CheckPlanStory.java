package org.safetyledger.dev;

/** How far a check plan of the demonstration has come, of what it is, and for this year or the next. */
enum CheckPlanStory {
    DAILY_OF_THE_YEAR("DAILY", 0, "PUBLISHED", "年度日常检查计划"),
    SPECIAL_OF_THE_YEAR("SPECIAL", 0, "PUBLISHED", "重点企业专项检查计划"),
    SPECIAL_OF_THE_NEXT("SPECIAL", 1, "PUBLISHED", "岁末年初专项检查计划"),
    DAILY_OF_THE_NEXT("DAILY", 1, "APPROVED", "年度日常检查计划"),
    DRAFT("SPECIAL", 1, "DRAFT", "汛期专项检查计划");

    private final String kind;
    private final int yearsAhead;
    private final String end;
    private final String title;

    CheckPlanStory(String kind, int yearsAhead, String end, String title) {
        this.kind = kind;
        this.yearsAhead = yearsAhead;
        this.end = end;
        this.title = title;
    }

    String kind() {
        return kind;
    }

    int year() {
        return Demonstration.dayIn(0).getYear() + yearsAhead;
    }

    boolean reaches(String state) {
        return end.equals("PUBLISHED") || end.equals(state);
    }

    String title() {
        return year() + "年" + title;
    }
}
