package org.safetyledger.dev;

import java.util.function.Consumer;

/** How far a hazard of the demonstration has come. */
enum HazardStory {
    REPORTED(HazardScene::correct),
    CONFIRMED(HazardScene::confirm),
    REJECTED(HazardScene::reject),
    CONTESTED(scene -> {
        scene.reject();
        scene.contest();
    }),
    DUPLICATE(HazardScene::markDuplicate),
    FIXED_ON_SITE(scene -> {
        scene.confirm();
        scene.fixOnSite();
    }),
    ASSIGNED(scene -> {
        scene.assign();
        scene.giveToPerson();
    }),
    ACCEPTED(scene -> {
        scene.assign();
        scene.accept();
    }),
    RECTIFYING(HazardScene::start),
    EXTENSION_REQUESTED(scene -> {
        scene.start();
        scene.askForTime();
    }),
    EXTENDED(scene -> {
        scene.start();
        scene.askForTime();
        scene.giveTime();
    }),
    SUBMITTED(HazardScene::submit),
    RETURNED(scene -> {
        scene.submit();
        scene.returnIt();
        scene.discuss();
    }),
    REVIEWING(scene -> {
        scene.submit();
        scene.pass();
    }),
    CLOSED(HazardScene::close),
    REOPENED(scene -> {
        scene.close();
        scene.reopen();
    }),
    MAJOR(HazardScene::gradeMajor);

    private final Consumer<HazardScene> further;

    HazardStory(Consumer<HazardScene> further) {
        this.further = further;
    }

    void tell(HazardScene scene) {
        scene.report();
        further.accept(scene);
    }
}
