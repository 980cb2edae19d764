package org.passerelle.web.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.directory.RoomId;
import org.passerelle.photo.RoomPhotos;
import org.springframework.beans.factory.annotation.Autowired;

class RoomPhotoPagesTests extends HttpTest {

    private static final String ROOM = "/rooms/melun-atelier/photo";
    private static final String PAGE = "/manage/places/melun" + ROOM;
    private static final String API = "/api/v1" + ROOM;

    @Autowired
    private RoomPhotos photos;

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static HttpResponse<String> upload(TestClient browser, String page, byte[] picture) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--X\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + browser.csrfOf(PAGE)
                        + "\r\n--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x.svg\"\r\n"
                        + "Content-Type: image/svg+xml\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(picture);
        body.write("\r\n--X--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.with("Content-Type", "multipart/form-data; boundary=X")
                .send("POST", page, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    @Test
    void aManagerSetsItAndEverybodyWhoSignsInSeesIt() throws IOException {
        TestClient manager = browserOf(MANAGER).with("Accept-Language", "en");
        TestClient camille = browserOf(CAMILLE);
        assertThat(camille.get(ROOM).statusCode()).isEqualTo(404);
        assertThat(manager.get(PAGE).body()).contains("There is no photo yet");
        assertThat(camille.get("/rooms/melun-atelier").body()).contains("class=\"plan\"");

        assertThat(upload(manager, PAGE, picture()).statusCode()).isEqualTo(302);

        assertThat(photos.has(new RoomId("melun-atelier"))).isTrue();
        assertThat(manager.get(PAGE).body()).contains("class=\"room-photo\"", "Remove the photo");
        HttpResponse<String> photo = camille.get(ROOM);
        assertThat(photo.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(photo.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        String tag = photo.headers().firstValue("ETag").orElseThrow();
        assertThat(camille.with("If-None-Match", tag).get(ROOM).statusCode()).isEqualTo(304);
        assertThat(camille.get("/rooms/melun-atelier").body())
                .contains("/rooms/melun-atelier/photo?v=")
                .doesNotContain("class=\"plan\"");
        assertThat(as(CAMILLE).get(API).statusCode()).isEqualTo(200);
        assertThat(anonymous().get(ROOM).statusCode()).isEqualTo(302);

        String refused = manager.postForm(PAGE + "/remove", Map.of("_csrf", manager.csrfOf(PAGE)))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(manager.get(refused).body()).contains("The photo is removed.");
        assertThat(camille.get(ROOM).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoPictureChangesNothing() throws IOException {
        TestClient manager = browserOf(MANAGER).with("Accept-Language", "en");
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

        String next =
                upload(manager, PAGE, page).headers().firstValue("Location").orElseThrow();

        assertThat(manager.get(next).body()).contains("This is no JPEG or PNG");
        assertThat(photos.has(new RoomId("melun-atelier"))).isFalse();
    }

    @Test
    void othersSetNone() throws IOException {
        TestClient manager = browserOf(MANAGER);
        String chelles = "/manage/places/chelles/rooms/chelles-visio/photo";

        assertThat(manager.get(chelles).statusCode()).isEqualTo(404);
        assertThat(upload(manager, chelles, picture()).statusCode()).isEqualTo(404);
        assertThat(upload(manager, "/manage/places/melun/rooms/chelles-visio/photo", picture())
                        .statusCode())
                .isEqualTo(404);
        assertThat(browserOf(CAMILLE).get(PAGE).statusCode()).isEqualTo(404);
        for (String who : new String[] {CAMILLE, NADIA}) {
            assertThat(put(as(who), API).statusCode()).isEqualTo(403);
            assertThat(as(who).delete(API).statusCode()).isEqualTo(403);
        }
        assertThat(put(as(MANAGER), "/api/v1/rooms/chelles-visio/photo").statusCode())
                .isEqualTo(403);
        assertThat(photos.has(new RoomId("chelles-visio"))).isFalse();

        assertThat(put(as(MANAGER), API).body()).contains("\"width\":300", "\"height\":200");
        assertThat(as(MANAGER).delete(API).statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> put(TestClient client, String path) throws IOException {
        return client.with("Content-Type", "image/png").send("PUT", path, BodyPublishers.ofByteArray(picture()));
    }
}
