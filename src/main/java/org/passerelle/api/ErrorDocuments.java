package org.passerelle.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/** The last resort, for what the container refuses by itself: a page for people, a problem for everybody else. */
@Controller
class ErrorDocuments extends BasicErrorController {

    private final Problems problems;

    /** There is one page for all statuses; Spring Boot would look for a page of each in four folders of the class path, each time. */
    ErrorDocuments(ErrorAttributes attributes, WebProperties settings, Problems problems) {
        super(attributes, settings.getError(), List.of());
        this.problems = problems;
    }

    /** The page says of a store that failed what a problem says. */
    @Override
    protected Map<String, Object> getErrorAttributes(HttpServletRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        attributes.put("store", request.getAttribute(StoreFailures.ATTRIBUTE));
        return attributes;
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemType type = ProblemType.of(code instanceof Integer status ? status : 404);
        ProblemDetail problem = problems.of(type, request, "");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.uri());
        body.put("title", problem.getTitle());
        body.put("status", type.status().value());
        body.put("detail", problem.getDetail());
        return ResponseEntity.status(type.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
