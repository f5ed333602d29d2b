-- Names come in the order of a Chinese dictionary: by pinyin, as ICU's collation for Chinese has it. Their indexes are
-- made again by this. The order belongs to the version of ICU: when PostgreSQL tells of another one, they are reindexed.
alter table enterprise alter column name type text collate "zh-x-icu";
alter table person alter column name type text collate "zh-x-icu";
