CREATE TABLE adapter_memory (
    platform TEXT NOT NULL,
    bot      TEXT NOT NULL,
    item     TEXT NOT NULL,
    content  TEXT NOT NULL,
    PRIMARY KEY (platform, bot, item)
) ${clustered};
