package org.passerelle.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.passerelle.booking.NotYourBooking;
import org.passerelle.booking.UnknownBooking;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Shows what the domain will not do with a booking as an error page, where programs get a problem document. */
@ControllerAdvice(basePackageClasses = PageRefusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageRefusals {

    @ExceptionHandler({UnknownBooking.class, NoSuchPage.class})
    void unknown(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(NotYourBooking.class)
    void notYours(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
