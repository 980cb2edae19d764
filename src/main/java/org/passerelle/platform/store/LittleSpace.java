package org.passerelle.platform.store;

import org.springframework.dao.TransientDataAccessResourceException;

/** So little space is left for the store that nothing new is taken. Nothing was written; it can be asked again later. */
public final class LittleSpace extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    public LittleSpace() {
        super("Little space is left for the store: nothing new is taken");
    }
}
