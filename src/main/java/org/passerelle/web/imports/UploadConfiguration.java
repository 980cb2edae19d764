package org.passerelle.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Takes parts from the forms that send a file, and from no other request. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    private static final Pattern UPLOADS =
            Pattern.compile("/imports/file|/directory/file|/manage/places/[^/]+/rooms/[^/]+/photo");

    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                String path = request.getRequestURI()
                        .substring(request.getContextPath().length());
                return UPLOADS.matcher(path).matches() && super.isMultipart(request);
            }
        };
    }
}
