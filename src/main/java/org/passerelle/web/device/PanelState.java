package org.passerelle.web.device;

/** What a panel says of its room at a glance: each has a colour, a sign and a word of its own. */
enum PanelState {
    FREE("check"),
    /** Free, and soon taken. */
    SOON("clock"),
    /** Somebody has it who has to check in, lest it be given back. */
    CHECK_IN("clock"),
    BUSY("no-entry"),
    CLOSED("minus");

    private final String sign;

    PanelState(String sign) {
        this.sign = sign;
    }

    /** The name of its icon. */
    public String sign() {
        return sign;
    }
}
