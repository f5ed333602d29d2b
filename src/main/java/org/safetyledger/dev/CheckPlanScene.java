package org.safetyledger.dev;

import java.util.Map;

/** One check plan of a county. */
record CheckPlanScene(Desk desk, Demonstration.County county, CheckPlanStory story) {
    void tell() {
        String plan = as("county-officer")
                .does(
                        "draftCheckPlan",
                        "DraftCheckPlanInput",
                        "checkPlan",
                        Map.of(
                                "kind", story.kind(),
                                "year", story.year(),
                                "title", story.title(),
                                "scope", "辖区内生产经营单位，按分类分级确定检查对象",
                                "number", 120));
        if (story.reaches("APPROVED")) {
            as("county-leader")
                    .does(
                            "approveCheckPlan",
                            "ApproveCheckPlanInput",
                            "checkPlan",
                            Map.of("id", plan, "document", "政办：" + story.title()));
        }
        if (story.reaches("PUBLISHED")) {
            as("county-officer")
                    .does(
                            "publishCheckPlan",
                            "PublishCheckPlanInput",
                            "checkPlan",
                            Map.of(
                                    "id",
                                    plan,
                                    "filedWith",
                                    "县司法局",
                                    "filedOn",
                                    Demonstration.dayIn(0).toString(),
                                    "publication",
                                    "县政府网站政务公开栏"));
        }
    }

    private Actor as(String role) {
        return new Actor(desk, county.person(role), county.name() + " check plan " + story);
    }
}
