access-refused = 本機器人僅供獲准的使用者使用。如需使用，請把您的編號 { $id } 告訴管理者。
limit-reached = 您問得太快了，請稍等片刻再試。
