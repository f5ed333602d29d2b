package org.safetyledger.dev;

/** How far a campaign of the demonstration has come. */
enum CampaignStory {
    DRAFT("冬季消防安全专项检查"),
    APPROVED("岁末年初安全生产督导检查"),
    ENFORCEMENT("重点行业领域隐患集中整治"),
    ARCHIVED("汛期安全专项检查");

    private final String title;

    CampaignStory(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
