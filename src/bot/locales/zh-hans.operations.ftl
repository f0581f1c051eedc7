access-refused = 本机器人仅供获准的用户使用。如需使用，请把您的编号 { $id } 告诉管理者。
limit-reached = 您问得太快了，请稍等片刻再试。
