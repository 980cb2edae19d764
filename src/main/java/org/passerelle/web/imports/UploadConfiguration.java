package org.passerelle.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Takes parts from the one form that sends a file, and from no other request. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    private static final String UPLOAD = "/imports/file";

    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getRequestURI().equals(request.getContextPath() + UPLOAD) && super.isMultipart(request);
            }
        };
    }
}
