package org.passerelle.photo.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;
import org.passerelle.photo.RoomPhoto;
import org.passerelle.photo.RoomPhotos;

/** A room has one photo at most; another takes its place. */
@FactsOf(MongoRoomPhotos.class)
public abstract class RoomPhotosContract extends StoreContract {

    private static final RoomId SEINE = new RoomId("melun-seine");

    private RoomPhotos photos;

    @BeforeEach
    void begin() {
        photos = new MongoRoomPhotos(mongo());
    }

    @Test
    void isNoneUntilItIsPut() {
        assertThat(photos.has(SEINE)).isFalse();
        assertThat(photos.find(SEINE)).isEmpty();

        photos.put(new RoomPhoto(SEINE, new byte[] {1, 2, -3}, "a", 4, 3));
        photos.put(new RoomPhoto(SEINE, new byte[] {7}, "b", 8, 6));

        assertThat(photos.tag(SEINE)).contains("b");
        assertThat(photos.find(SEINE)).get().satisfies(photo -> {
            assertThat(photo.jpeg()).containsExactly(7);
            assertThat(photo.width()).isEqualTo(8);
        });
        assertThat(photos.has(new RoomId("melun-almont"))).isFalse();

        photos.remove(SEINE);
        photos.remove(SEINE);
        assertThat(photos.has(SEINE)).isFalse();
    }
}
