package org.safetyledger.evidence;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that are taken as evidence. */
public enum MediaType {
    JPEG("image/jpeg", false),
    PNG("image/png", false),
    WEBP("image/webp", false),
    HEIC("image/heic", false),
    MP4("video/mp4", true),
    THREE_GPP("video/3gpp", true),
    MOV("video/quicktime", true);

    private final String text;
    private final boolean video;

    MediaType(String text, boolean video) {
        this.text = text;
        this.video = video;
    }

    public String text() {
        return text;
    }

    public boolean isVideo() {
        return video;
    }

    static Optional<MediaType> of(String text) {
        String bare = text.split(";", -1)[0].strip();
        return Arrays.stream(values())
                .filter(type -> type.text.equalsIgnoreCase(bare))
                .findFirst();
    }
}
