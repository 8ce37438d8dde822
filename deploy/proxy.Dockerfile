# Caddy without root. The official image gives its program a file capability, so that it can bind low ports as any
# user; with no capability left to give, the kernel would refuse to start it. Ours binds high ports and needs none.
FROM caddy:2.10.2-alpine
RUN setcap -r /usr/bin/caddy && chown -R 1000:1000 /data /config
COPY Caddyfile /etc/caddy/Caddyfile
USER 1000:1000
