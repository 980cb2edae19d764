package org.passerelle.web.device;

import java.time.Duration;
import org.passerelle.web.NoSuchPage;

/**
 * A press at a panel, which may have waited there for the network.
 *
 * @param name tells it from other presses, however often it is sent
 * @param waited how long ago somebody pressed, as the panel counts
 */
record PanelPress(String name, Duration waited) {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_WAIT = 8;

    /** From so long on it is an old one, and a refusal says so. */
    private static final Duration NOTICEABLE = Duration.ofMinutes(1);

    /** Whoever wanted the room now is elsewhere by then. */
    private static final Duration TO_BOOK = Duration.ofMinutes(5);

    private static final Duration TO_CALL = Duration.ofMinutes(30);

    /**
     * @param waited in whole seconds
     * @throws NoSuchPage if no panel of ours sends that
     */
    static PanelPress of(String name, String waited) {
        boolean isNamed =
                !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().allMatch(c -> c > ' ' && c <= '~');
        if (!isNamed
                || waited.isEmpty()
                || waited.length() > LONGEST_WAIT
                || !waited.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new NoSuchPage("press of that name");
        }
        return new PanelPress(name, Duration.ofSeconds(Long.parseLong(waited)));
    }

    boolean hasWaited() {
        return waited.compareTo(NOTICEABLE) >= 0;
    }

    boolean isTooLateToBook() {
        return waited.compareTo(TO_BOOK) > 0;
    }

    boolean isTooLateToCall() {
        return waited.compareTo(TO_CALL) > 0;
    }
}
