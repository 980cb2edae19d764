package org.passerelle.caldav.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Begins a 207. */
public final class MultiStatusAnswer {

    public static final String XML = "application/xml; charset=utf-8";

    private static final int BUFFER = 16 * 1024;

    private MultiStatusAnswer() {}

    /** Where its body goes, which leaves as it is written. */
    public static OutputStream begin(HttpServletResponse response) throws IOException {
        response.setStatus(207);
        response.setContentType(XML);
        return new BufferedOutputStream(response.getOutputStream(), BUFFER);
    }
}
