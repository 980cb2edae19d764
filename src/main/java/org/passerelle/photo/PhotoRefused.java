package org.passerelle.photo;

/** Thrown for a file that is not taken as a photo. */
public class PhotoRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final PhotoFault fault;

    PhotoRefused(PhotoFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public PhotoFault fault() {
        return fault;
    }
}
