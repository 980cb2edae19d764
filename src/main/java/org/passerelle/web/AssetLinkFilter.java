package org.passerelle.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Gives links to styles, scripts and pictures the address that changes with their content, as the filter of Spring does. That
 * looks every link of a page up among all files of the class path, and pages have a hundred links to other pages.
 */
final class AssetLinkFilter extends ResourceUrlEncodingFilter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        super.doFilter(
                request,
                response,
                (exchanged, encoding) -> chain.doFilter(
                        exchanged, new LinksResponse((HttpServletResponse) encoding, (HttpServletResponse) response)));
    }

    private static final class LinksResponse extends HttpServletResponseWrapper {

        private final HttpServletResponse plain;

        LinksResponse(HttpServletResponse encoding, HttpServletResponse plain) {
            super(encoding);
            this.plain = plain;
        }

        @Override
        public String encodeURL(String url) {
            boolean isOfAFile = url.contains("/assets/") || url.contains("/webjars/");
            return isOfAFile ? super.encodeURL(url) : plain.encodeURL(url);
        }
    }
}
