package org.safetyledger.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The brands that a file of ISO's base media format (ISO/IEC 14496-12) names in its first box: the one that it is best
 * read as, and those that it can be read as.
 *
 * @param all the major brand and the compatible ones
 */
record FileBrands(String major, Set<String> all) {
    private static final int HEAD = 16;
    private static final int BRAND = 4;
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis");
    private static final Set<String> MP4 = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "hvc1",
            "hev1", "dash", "MSNV", "M4V ", "M4VH", "M4VP");

    /** The brands of a file that begins so; null when it is none of this format. */
    static @Nullable FileBrands of(byte[] beginning) {
        ByteBuffer box = ByteBuffer.wrap(beginning);
        if (box.remaining() < HEAD) {
            return null;
        }
        int end = Math.min(box.getInt(), beginning.length);
        if (!brand(box).equals("ftyp") || end < HEAD) {
            return null;
        }
        String major = brand(box);
        Set<String> all = new LinkedHashSet<>(Set.of(major));
        box.position(HEAD);
        while (box.position() + BRAND <= end) {
            all.add(brand(box));
        }
        return new FileBrands(major, all);
    }

    private static String brand(ByteBuffer box) {
        byte[] letters = new byte[BRAND];
        box.get(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /** What it may be declared as; empty when it is nothing that is taken, or nothing that its brands tell. */
    Set<MediaType> types() {
        if (HEIC.contains(major) || (major.equals("mif1") && all.stream().anyMatch(HEIC::contains))) {
            return EnumSet.of(MediaType.HEIC);
        }
        if (major.equals("qt  ")) {
            return EnumSet.of(MediaType.MOV);
        }
        Set<MediaType> types = EnumSet.noneOf(MediaType.class);
        if (MP4.contains(major) || isOf3gpp(major)) {
            if (all.stream().anyMatch(MP4::contains)) {
                types.add(MediaType.MP4);
            }
            if (all.stream().anyMatch(FileBrands::isOf3gpp)) {
                types.add(MediaType.THREE_GPP);
            }
        }
        return types;
    }

    /** Of 3GPP TS 26.244: 3gp4 to 3gp9 and its profiles. */
    private static boolean isOf3gpp(String brand) {
        return brand.startsWith("3gp") || brand.startsWith("3gr") || brand.startsWith("3gs");
    }
}
