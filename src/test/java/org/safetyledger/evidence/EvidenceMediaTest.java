package org.safetyledger.evidence;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Photos and videos as phones make them are taken by what they are, not by their names. */
@LedgerTest
class EvidenceMediaTest {
    private final Loop loop = new Loop();

    @ParameterizedTest
    @CsvSource({
        "photo.png, image/png",
        "photo.heic, image/heic",
        "mif1.heic, image/heic",
        "isom.mp4, video/mp4",
        "iso2.mp4, video/mp4",
        "iso3.mp4, video/mp4",
        "iso4.mp4, video/mp4",
        "iso5.mp4, video/mp4",
        "iso6.mp4, video/mp4",
        "mp41.mp4, video/mp4",
        "mp42.mp4, video/mp4",
        "avc1.mp4, video/mp4",
        "hvc1.mp4, video/mp4",
        "dash.mp4, video/mp4",
        "fragments.mp4, video/mp4",
        "MSNV.mp4, video/mp4",
        "m4v.mp4, video/mp4",
        "3gp4.3gp, video/3gpp",
        "3gp5.3gp, video/3gpp",
        "3gp6.3gp, video/3gpp",
        "3gp6.3gp, video/mp4",
        "quicktime.mov, video/quicktime"
    })
    void fileOfAPhoneIsTakenAndGivenBackAsItWas(String name, String type) throws IOException {
        // Given
        byte[] content = content(name);

        // When
        Response uploaded = upload(content, type);

        // Then
        assertEquals(201, uploaded.statusCode(), uploaded::asString);
        Response downloaded = given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .get("/evidence/" + uploaded.jsonPath().getString("id"));
        assertEquals(type, downloaded.contentType());
        assertArrayEquals(content, downloaded.asByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "isom.mp4, video/3gpp, video/mp4",
        "isom.mp4, video/quicktime, video/mp4",
        "quicktime.mov, video/mp4, video/quicktime",
        "3gp4.3gp, video/quicktime, 'video/3gpp, video/mp4'",
        "photo.heic, video/mp4, image/heic",
        "photo.avif, image/heic, image/avif",
        "photo.png, image/heic, image/png",
        "make.sh, video/mp4, application/x-sh"
    })
    void fileThatIsSomethingElseIsRefused(String name, String type, String detected) throws IOException {
        // When
        Response answer = upload(content(name), type);

        // Then
        assertEquals(400, answer.statusCode(), answer::asString);
        assertEquals("MEDIA_TYPE_MISMATCH", answer.jsonPath().getString("errors[0].extensions.code"));
        assertEquals(
                "The content is " + detected + ", not the declared type.",
                answer.jsonPath().getString("errors[0].message"));
    }

    private Response upload(byte[] content, String type) {
        return given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType(type)
                .queryParam("subject", loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE))
                .queryParam("stage", "BEFORE")
                .queryParam("sha256", Loop.sha256(content))
                .body(content)
                .post("/evidence");
    }

    private static byte[] content(String name) throws IOException {
        try (InputStream file = EvidenceMediaTest.class.getResourceAsStream("/media/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
