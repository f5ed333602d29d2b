package org.safetyledger.dev;

/** How far a hazard of the demonstration has come on its way to another county. */
enum TransferStory {
    PENDING("企业跨县仓库电气线路老化"),
    ACCEPTED("跨县输气管线标志桩缺失"),
    REJECTED("县界桥涵堆放易燃物"),
    ARBITRATION("两县交界加油点无证经营"),
    JOINT("交界地带危化品运输车违规停放"),
    CRIME("停产整顿期间擅自恢复作业");

    private final String title;

    TransferStory(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
