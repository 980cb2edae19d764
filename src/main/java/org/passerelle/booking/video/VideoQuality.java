package org.passerelle.booking.video;

/**
 * How fine the pictures of a conference are, and what that costs. An endpoint sends its picture in all sizes up to its own
 * (simulcast); it receives one large picture, small ones of the others, what somebody shows, and voices. The rates are those
 * of VP8 in Jitsi's defaults.
 */
public enum VideoQuality {
    /** 360 lines. */
    SD(700, 500),
    /** 720 lines. */
    HD(2_200, 1_500),
    /** 1080 lines. */
    FULL_HD(5_200, 3_000);

    private static final int SMALL_PICTURE = 200;
    private static final int MOST_SMALL_PICTURES = 8;
    private static final int SHARED_SCREEN = 2_500;
    private static final int VOICES = 3 * 40;

    private final int sent;
    private final int large;

    VideoQuality(int sent, int large) {
        this.sent = sent;
        this.large = large;
    }

    /** What one endpoint sends, in kbit/s. */
    public int sentKilobits() {
        return sent;
    }

    /**
     * What {@code rooms} endpoints behind one uplink send or receive, whichever is more, in kbit/s; one of them may be showing
     * something.
     *
     * @param endpoints all that are in the conference, those included
     */
    public int kilobits(int rooms, int endpoints) {
        if (rooms == 0 || endpoints < 2) {
            return 0;
        }
        int small = Math.min(MOST_SMALL_PICTURES, endpoints - 2) * SMALL_PICTURE;
        int received = rooms * (large + small + SHARED_SCREEN + VOICES);
        return Math.max(rooms * sent + SHARED_SCREEN, received);
    }
}
